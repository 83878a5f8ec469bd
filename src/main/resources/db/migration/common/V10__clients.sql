-- Clients of the agency. Lists that nobody searches stand in one column, a line each.
create table fl_client (
    client_code varchar(20) not null primary key,
    name varchar(120) not null,
    tier varchar(10) not null,
    type varchar(10) not null,
    time_zone varchar(64) not null,
    holiday_calendar varchar(64) not null,
    languages varchar(1000) not null,
    account_manager varchar(64) not null,
    deputy varchar(64),
    director varchar(64) not null,
    ethos_channels varchar(100) not null,
    ethos_hours varchar(200),
    ethos_tone varchar(2000),
    ethos_jargon varchar(10000) not null,
    version bigint not null
);

create table fl_client_hours (
    client_code varchar(20) not null references fl_client,
    place integer not null,
    days varchar(70) not null,
    -- The client's wall clock, HH:mm
    opens varchar(5) not null,
    closes varchar(5) not null,
    primary key (client_code, place)
);

create table fl_client_specialist (
    client_code varchar(20) not null references fl_client,
    group_id varchar(64) not null,
    place integer not null,
    user_id varchar(64) not null,
    primary key (client_code, group_id, place)
);

create table fl_mail_domain (
    domain varchar(253) not null primary key,
    client_code varchar(20) not null references fl_client,
    place integer not null
);

create index fl_mail_domain_client on fl_mail_domain (client_code);

-- Whoever leaves a client keeps the row, for cases speak of them, but gives the address free.
create table fl_contact (
    client_code varchar(20) not null references fl_client,
    address varchar(254) not null,
    active_address varchar(254) unique,
    place integer not null,
    name varchar(120) not null,
    role varchar(120),
    language varchar(35) not null,
    channel varchar(10) not null,
    left_at timestamp,
    primary key (client_code, address)
);
