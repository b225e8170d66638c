// What the settings file is called.

/** The name of the file, at the root of a tree of posts. */
export const settingsFileName = '.facing-pages.json';
