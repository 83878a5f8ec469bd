/**
 * Login, groups, tenants and authorizations: who may see and do what, held on the server.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.access;
