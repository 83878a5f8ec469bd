create sequence fl_case_rsc;

-- Accounts that were about to be lost, and what became of them (C-35).
create table fl_rescue (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null,
    parent_case varchar(40), -- the case in which it came to that; none where a person saw it
    what_happened varchar(1000000) not null,
    sponsor varchar(255), -- user id of the director who stands for it
    visit_on date, -- at the client's, as agreed
    visited_on date,
    visited_by varchar(2000), -- user ids, with commas between
    client_said varchar(1000000),
    outcome varchar(12),
    reason varchar(1000000),
    ended_at timestamp
);
create index fl_rescue_of_client on fl_rescue (client);

create table fl_rescue_step (
    business_key varchar(40) not null references fl_rescue (business_key),
    place integer not null,
    what varchar(500) not null,
    who varchar(255) not null,
    due date not null,
    primary key (business_key, place)
);

create table fl_rescue_review (
    business_key varchar(40) not null references fl_rescue (business_key),
    place integer not null,
    verdict varchar(12) not null,
    reason varchar(1000000) not null,
    next_review date,
    reviewed_at timestamp not null,
    primary key (business_key, place)
);
