create sequence fl_case_onb start with 1;

-- Clients who are won and not yet registered: their onboarding asks for tier, zone, languages and the rest.
create table fl_newcomer (
    client varchar(20) primary key references fl_client (client_code),
    since timestamp not null
);

-- What we know of a person at a client beside their address: what matters to them, how they like bad news (C-67), and
-- whether they decide when two people want different things (C-65).
create table fl_contact_profile (
    email varchar(320) primary key,
    client varchar(20) not null references fl_client (client_code),
    best_time varchar(200),
    matters varchar(2000) not null,
    bad_news varchar(2000) not null,
    decides boolean default false not null,
    updated_at timestamp not null
);
create index fl_contact_profile_of_client on fl_contact_profile (client);

-- An onboarding, as far as others ask for it.
create table fl_onboarding (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null references fl_client (client_code),
    requests_per_day integer, -- null until the course is chosen: no limit yet
    pace varchar(20) not null,
    kick_off_at timestamp, -- while an invitation is out
    invitation integer default 0 not null -- how often it was changed
);
create index fl_onboarding_of_client on fl_onboarding (client);

-- What an onboarding consists of, by the step of the model and, where it comes more than once, its day.
create table fl_onboarding_part (
    business_key varchar(40) not null references fl_onboarding (business_key),
    part varchar(200) not null,
    done_at timestamp,
    primary key (business_key, part)
);

-- Each thing the client was asked for while their onboarding runs, and the day on which it was its turn (C-63).
create table fl_client_request (
    idempotency_key varchar(255) primary key,
    business_key varchar(40) not null, -- of the case that asks
    client varchar(20) not null,
    turn_on date not null, -- a day at the client's
    goes_out timestamp not null
);
create index fl_client_request_of_day on fl_client_request (client, turn_on);
