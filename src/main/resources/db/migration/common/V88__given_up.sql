-- A mail that a person has given up, for a reason that stays with it.
alter table fl_inbox add column closed_at timestamp;
alter table fl_inbox add column closed_by varchar(255);
alter table fl_inbox add column closed_reason varchar(1000);
alter table fl_outbox_recipient add column closed_at timestamp;
alter table fl_outbox_recipient add column closed_by varchar(255);
alter table fl_outbox_recipient add column closed_reason varchar(1000);
