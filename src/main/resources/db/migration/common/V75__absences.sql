-- Who is away from which day to which, both whole days at each client's (F13). What has begun is never taken out again:
-- it says later who stood in for whom.
create table fl_absence (
    person varchar(64) not null,
    first_day date not null,
    last_day date not null,
    -- null: whoever the client's team names
    deputy varchar(64),
    recorded_by varchar(64) not null,
    recorded_at timestamp not null,
    primary key (person, first_day)
);
create index fl_absence_by_last_day on fl_absence (last_day);
create index fl_client_by_account_manager on fl_client (account_manager);
