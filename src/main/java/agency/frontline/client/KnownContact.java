package agency.frontline.client;

/** A person together with the client they speak for. */
public record KnownContact(Client client, Contact contact) {}
