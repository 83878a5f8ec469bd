-- Cases that ended in another one (F19); a chain is kept as if each had ended in the last.
create table fl_merge (
    merged varchar(40) primary key references fl_case (business_key),
    survivor varchar(40) not null references fl_case (business_key),
    merged_at timestamp not null
);
create index fl_merge_of_survivor on fl_merge (survivor);
