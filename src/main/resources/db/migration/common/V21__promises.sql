-- What we promised a client, by whom and when, and how it ended (C-21, C-28).
create table fl_promise (
    id varchar(36) primary key,
    business_key varchar(40) not null references fl_case (business_key),
    client varchar(20) not null,
    what varchar(4000) not null,
    owner varchar(255) not null,
    due timestamp not null,
    made_at timestamp not null,
    outcome varchar(12),
    ended_at timestamp,
    note varchar(4000)
);
create index fl_promise_of_client on fl_promise (client, due);
create index fl_promise_of_case on fl_promise (business_key);
