-- What was pledged to each client, version by version, and what they said to it (C-61). Hours are working hours.
create table fl_pledge (
    client varchar(20) not null references fl_client (client_code),
    version integer not null,
    response_hours varchar(200) not null, -- a channel and its hours each line: EMAIL=4
    rhythm_days integer not null,
    report_days integer not null, -- business days
    bad_news varchar(20) not null,
    bad_news_hours integer not null,
    decider varchar(120) not null,
    decider_contact varchar(320),
    decision_way varchar(1000) not null,
    further varchar(1000000) not null, -- one a line
    drafted_by varchar(64) not null,
    drafted_at timestamp not null,
    drafted_in varchar(40), -- the case in which it was drafted
    sent_at timestamp,
    outcome varchar(20),
    answered_by varchar(120),
    answered_by_contact varchar(320),
    answered_on date, -- at the client's
    wish varchar(1000000),
    answered_at timestamp,
    primary key (client, version)
);
