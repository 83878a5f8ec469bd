// Replaces this web app's own configuration: our name.
export default {
  app: {
    name: 'Admin',
    vendor: 'Frontline'
  }
};
