// What we call ourselves towards other tools. A test holds it to package.json.
export const version = '0.1.0';
export const homepage = 'https://github.com/facing-pages/facing-pages';
