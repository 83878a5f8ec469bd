-- The case page shows which later case carries this one on.
create index fl_case_by_reopens on fl_case (reopens);
