// Replaces this web app's own configuration: our name.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Frontline'
  }
};
