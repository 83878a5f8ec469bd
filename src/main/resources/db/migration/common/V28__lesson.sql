create table fl_lesson (
    business_key varchar(40) primary key references fl_case (business_key),
    client varchar(20) not null,
    kind varchar(20) not null,
    disciplines varchar(200) not null, -- ,MEDIA,CREATIVE, or a single comma
    cause varchar(12) not null,
    sign varchar(4000) not null,
    what_to_do varchar(1000000) not null,
    effort_felt integer,
    learned_at timestamp not null
);
create index fl_lesson_of_client on fl_lesson (client, learned_at);
create index fl_lesson_of_kind on fl_lesson (kind, learned_at);

-- Which lesson stood before whom, and whether it helped (C-17).
create table fl_lesson_offer (
    business_key varchar(40) not null references fl_case (business_key),
    lesson varchar(40) not null references fl_lesson (business_key),
    offered_at timestamp not null,
    help varchar(16),
    primary key (business_key, lesson)
);
