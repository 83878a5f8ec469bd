-- Numbers of the cases of the rhythm: conference reports, touch-bases, pulses.
create sequence fl_case_rep start with 1;
create sequence fl_case_tch start with 1;
create sequence fl_case_pls start with 1;

-- What goes along with a mail of ours: a report as PDF, entries for a calendar.
alter table fl_outbox add column takes_files boolean default false not null;
create table fl_outbox_file (
    outbox bigint not null references fl_outbox (id),
    place integer not null,
    name varchar(200) not null,
    type varchar(200) not null,
    content fl_bytes not null,
    primary key (outbox, place)
);

-- Who does what by when, as agreed with a client; the case that spoke of it last follows it (C-23, C-24).
create table fl_next_step (
    id varchar(50) primary key, -- the case that agreed it and a number, as people say it: REP-2026-00004/2
    client varchar(20) not null,
    business_key varchar(40) not null references fl_case (business_key),
    agreed_in varchar(40) not null references fl_case (business_key),
    what varchar(4000) not null,
    owner varchar(320) not null, -- user id, or mail address of a person at the client
    owner_name varchar(200) not null,
    ours boolean not null,
    due_day date not null,
    due timestamp not null,
    revision integer not null,
    agreed_at timestamp not null,
    outcome varchar(12),
    ended_at timestamp,
    note varchar(4000)
);
create index fl_next_step_of_client on fl_next_step (client, due);
create index fl_next_step_of_case on fl_next_step (business_key);

-- A meeting with a client (C-13, C-25), who was there, and each version of its report (C-23).
create table fl_meeting (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null,
    channel varchar(10) not null,
    subject varchar(200) not null,
    planned_start timestamp,
    started_at timestamp not null,
    waited_for varchar(10),
    first varchar(40) not null, -- the case in which it was first reported: a meeting counts once, however often it is corrected
    next_meeting timestamp,
    next_meeting_place varchar(400),
    invitation integer not null
);
create index fl_meeting_of_client on fl_meeting (client, started_at);

create table fl_meeting_attendee (
    business_key varchar(40) not null references fl_meeting (business_key),
    place integer not null,
    side varchar(8) not null,
    person varchar(320), -- user id, or mail address of a person at the client
    name varchar(200) not null,
    email varchar(320),
    primary key (business_key, place)
);

create table fl_conference_report (
    business_key varchar(40) not null references fl_meeting (business_key),
    version integer not null,
    language varchar(20) not null,
    decisions varchar(1000000) not null,
    open_items varchar(1000000) not null,
    words integer not null,
    sent_at timestamp not null,
    objection varchar(1000000),
    primary key (business_key, version)
);
