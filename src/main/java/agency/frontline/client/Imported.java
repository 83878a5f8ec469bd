package agency.frontline.client;

/** What an import came to. Whoever stood there already as the file has them is counted nowhere, and not written. */
public record Imported(int clientsCreated, int clientsUpdated, int contactsCreated, int contactsUpdated) {

    static final Imported NOTHING = new Imported(0, 0, 0, 0);

    Imported plus(Imported more) {
        return new Imported(
                clientsCreated + more.clientsCreated,
                clientsUpdated + more.clientsUpdated,
                contactsCreated + more.contactsCreated,
                contactsUpdated + more.contactsUpdated);
    }
}
