-- Each mailbox as we found it. Another uid_validity means that its server has given all mails new numbers (RFC 3501, 2.3.1.1).
create table fl_mailbox (
    mailbox varchar(300) not null,
    uid_validity bigint not null,
    start_uid bigint not null, -- what came later is ours to read, whoever has read it before us
    looked_at timestamp not null, -- to the hour
    primary key (mailbox, uid_validity)
);

insert into fl_mailbox (mailbox, uid_validity, start_uid, looked_at)
select mailbox, uid_validity, max(uid), max(stored_at) from fl_inbox group by mailbox, uid_validity;
