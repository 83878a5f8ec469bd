create sequence fl_case_end start with 1;

-- Whether a plan got where it wanted to go, asked of both sides apart at its end (C-82).
create table fl_end_check (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null,
    version integer not null, -- of the plan whose goals are asked about
    ends_on date not null,
    slot varchar(60) unique, -- client and day, as long as nobody is asked about them again
    contact varchar(320) not null, -- who is asked at the client
    state varchar(12) not null,
    closes_at timestamp not null,
    agency_answered_at timestamp,
    agency_answered_by varchar(255), -- user id
    client_answered_at timestamp,
    told_to varchar(255), -- user id of whoever was told on the phone; none where the page was used
    learned varchar(1000000),
    what_next varchar(12),
    next_words varchar(1000000),
    ended_at timestamp
);
create index fl_end_check_of_client on fl_end_check (client, ends_on);

create table fl_end_check_verdict (
    business_key varchar(40) not null references fl_end_check (business_key),
    side varchar(6) not null,
    goal varchar(20) not null, -- its number in the plan
    verdict varchar(10) not null,
    words varchar(10000) not null,
    primary key (business_key, side, goal)
);

create table fl_end_check_token (
    hash varchar(64) primary key,
    business_key varchar(40) not null references fl_end_check (business_key) -- opens its page until it ends
);
