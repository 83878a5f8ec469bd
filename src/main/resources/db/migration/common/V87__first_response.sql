-- The mail that was the first response, if it was one: when it bounces, there was none (processes.md, Clocks).
alter table fl_case add column first_response_mail varchar(998);
