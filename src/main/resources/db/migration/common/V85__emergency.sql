-- An emergency is referred before it is diagnosed, and counted apart (C-07).
alter table fl_issue add column emergency_reason varchar(1000000); -- null: it is none
alter table fl_issue add column triaged_at timestamp;
