// Loaded right after the start: what all features share, and those that work by themselves.
export { startFeatures } from '../features.js';
export { createServices } from '../services.js';
