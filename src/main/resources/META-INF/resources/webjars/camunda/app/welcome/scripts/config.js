// Replaces this web app's own configuration: our name.
export default {
  app: {
    name: 'Frontline',
    vendor: 'Welcome'
  }
};
