/** Style sheets are the bundler's affair: they become `dist/graph.css`. */
declare module '*.css';
