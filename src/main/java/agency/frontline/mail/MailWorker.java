package agency.frontline.mail;

/** One step of the mail's way that runs beside people's requests; {@link MailWorkers} drives all of them in bean order. */
interface MailWorker {

    /**
     * Does a bounded piece of what is due. Never throws for a single bad mail: that one is set aside and shown.
     *
     * @return true if something was done, so that there may be more
     */
    boolean work();
}
