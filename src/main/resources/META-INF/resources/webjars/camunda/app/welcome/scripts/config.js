// Replaces this web app's own configuration: our name.
export default {
  app: {
    name: 'Welcome',
    vendor: 'Frontline'
  }
};
