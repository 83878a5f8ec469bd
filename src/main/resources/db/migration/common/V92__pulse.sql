-- What one contact was asked about us and answered (F8, C-59, C-72). Not asked at all: the reason stands in not_sent.
create table fl_pulse (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null,
    contact varchar(320) not null,
    asked_after varchar(40), -- the case that ended in the question; none where a person asked for it
    not_sent varchar(500),
    asked_at timestamp, -- when it was decided that it may go out
    sent_at timestamp, -- when the question leaves, in the client's hours
    closes_at timestamp,
    closed_at timestamp, -- it takes no answer any more
    returned boolean default false not null, -- the mail never reached anybody
    answered_at timestamp,
    service integer,
    work integer,
    feeling integer,
    words varchar(1000000)
);
create index fl_pulse_of_contact on fl_pulse (contact, sent_at);
create index fl_pulse_of_client on fl_pulse (client, answered_at);

-- What opens the page of a pulse, as SHA-256 only: invitation and reminder have one each, good for one answer (S13).
create table fl_pulse_token (
    hash varchar(64) primary key,
    business_key varchar(40) not null references fl_pulse (business_key),
    expires_at timestamp not null
);
create index fl_pulse_token_of_pulse on fl_pulse_token (business_key);

-- What in the words of a mail opens something for whoever reads them; an ellipsis stands there once it is struck out (S13).
alter table fl_outbox add column secret varchar(200);
