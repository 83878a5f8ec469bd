create sequence fl_case_lbk start with 1;

-- All corrections in one place: what touch-bases, reports and resets found, how big the table says it is, how early it was
-- seen, and for what is significant when it could have been seen (C-88). Rows from before keep the size a person gave them.
alter table fl_correction add column source varchar(12) default 'TOUCH_BASE' not null;
alter table fl_correction add column scope_effect varchar(10); -- these four are null where a person said the size
alter table fl_correction add column budget_effect varchar(10);
alter table fl_correction add column schedule_effect varchar(10);
alter table fl_correction add column premise_state varchar(10);
alter table fl_correction add column size_why varchar(2000); -- the reason of the rule
alter table fl_correction add column bites_on date; -- at the client's, from then on it would hurt
alter table fl_correction add column could_have_seen varchar(2000);
alter table fl_correction add column seniors_joined boolean; -- of a reset, as its steps tell (C-87)
create index fl_correction_of_case on fl_correction (business_key);

-- Resets that were decided already are corrections as well.
insert into fl_correction (client, business_key, source, what, size, size_why, noted_at, could_have_seen, seniors_joined)
select client, business_key, 'RESET', decision,
    case when impact = 'MINOR_CORRECTION' then 'MINOR' else 'SIGNIFICANT' end,
    impact_why, begun_at, could_have_seen, seniors_joined
from fl_reset
where decided_at is not null and decision is not null and impact in ('MINOR_CORRECTION', 'OPTIONS', 'RESET');
