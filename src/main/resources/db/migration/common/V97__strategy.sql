create sequence fl_case_rst start with 1;
create sequence fl_case_rvw start with 1;

-- Doubts about a plan: what they took, what was decided at which risk, and what came of it (C-54, C-75 to C-88).
create table fl_reset (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null references fl_client (client_code),
    parent_case varchar(40),
    begun_at timestamp not null,
    impact varchar(20), -- what the table says it takes
    impact_why varchar(2000),
    seniors_joined boolean not null, -- a planner or the director had to come in (C-87)
    decision varchar(2000),
    decided_by varchar(320),
    risk varchar(2000),
    review_on date, -- at the client's
    could_have_seen varchar(2000), -- only for what was significant (C-88)
    decided_at timestamp,
    decision_held varchar(10),
    what_came_of_it varchar(2000),
    reviewed_at timestamp
);
create index fl_reset_of_client on fl_reset (client, begun_at);
