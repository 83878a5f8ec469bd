-- What a client and the agency agreed to do, version by version; version 1 is the baseline (C-75, C-81).
create table fl_plan (
    client varchar(20) not null references fl_client (client_code),
    version integer not null,
    reason varchar(1000) not null,
    hours decimal(12, 2) not null,
    money decimal(12, 2) not null,
    currency varchar(3) not null,
    ends_on date not null,
    recorded_by varchar(64) not null,
    recorded_at timestamp not null,
    agreed_in varchar(40), -- the case in which it was agreed
    primary key (client, version)
);

-- The numbers of the parts, such as G1 or P2, stay the same from version to version.
create table fl_plan_goal (
    client varchar(20) not null,
    version integer not null,
    id varchar(20) not null,
    place integer not null,
    what varchar(1000) not null,
    measure varchar(1000) not null,
    primary key (client, version, id),
    foreign key (client, version) references fl_plan (client, version)
);

create table fl_plan_sign (
    client varchar(20) not null,
    version integer not null,
    id varchar(20) not null,
    place integer not null,
    goal varchar(20) not null,
    what varchar(1000) not null,
    local_day date not null, -- at the client's
    primary key (client, version, id),
    foreign key (client, version, goal) references fl_plan_goal (client, version, id)
);

create table fl_plan_premise (
    client varchar(20) not null,
    version integer not null,
    id varchar(20) not null,
    place integer not null,
    what varchar(1000) not null,
    state varchar(10) not null,
    because varchar(1000),
    primary key (client, version, id),
    foreign key (client, version) references fl_plan (client, version)
);

create table fl_plan_section (
    client varchar(20) not null,
    version integer not null,
    id varchar(20) not null,
    place integer not null,
    title varchar(200) not null,
    words varchar(1000000) not null,
    primary key (client, version, id),
    foreign key (client, version) references fl_plan (client, version)
);

create table fl_plan_work_item (
    client varchar(20) not null,
    version integer not null,
    id varchar(20) not null,
    place integer not null,
    what varchar(1000) not null,
    due_day date not null, -- at the client's
    hours decimal(12, 2),
    money decimal(12, 2),
    primary key (client, version, id),
    foreign key (client, version) references fl_plan (client, version)
);

create table fl_plan_scope (
    client varchar(20) not null,
    version integer not null,
    id varchar(20) not null,
    place integer not null,
    side varchar(3) not null,
    what varchar(1000) not null,
    because varchar(1000),
    primary key (client, version, id),
    foreign key (client, version) references fl_plan (client, version)
);

create table fl_plan_buy_in (
    client varchar(20) not null,
    version integer not null,
    place integer not null,
    name varchar(120) not null,
    contact varchar(320),
    local_day date not null, -- at the client's
    primary key (client, version, place),
    foreign key (client, version) references fl_plan (client, version)
);

-- What was used up and how far the work is, as other tools say (C-30): absolute, and nothing where they said nothing.
create table fl_plan_usage (
    client varchar(20) not null references fl_client (client_code),
    work_item varchar(20) not null, -- PLAN for the plan as a whole
    as_of date not null,
    hours_used decimal(12, 2),
    money_used decimal(12, 2),
    progress integer, -- per cent
    forecast date,
    reported_by varchar(64) not null,
    reported_at timestamp not null,
    primary key (client, work_item, as_of)
);

-- What was warned of already: each thing once for a version of the plan (F11).
create table fl_plan_warning (
    client varchar(20) not null,
    version integer not null,
    subject varchar(40) not null,
    raised_at timestamp not null,
    primary key (client, version, subject),
    foreign key (client, version) references fl_plan (client, version)
);

-- Numbers of the cases in which somebody is told what a plan's numbers say.
create sequence fl_case_plw start with 1;
