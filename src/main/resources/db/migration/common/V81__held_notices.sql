-- Notices that were one too many for a colleague's hour and wait for a digest (O10).
create table fl_held_notice (
    outbox bigint not null references fl_outbox (id),
    place integer not null,
    address varchar(254) not null,
    held_at timestamp not null,
    primary key (outbox, place)
);
create index fl_held_notice_by_address on fl_held_notice (address, held_at);
create index fl_outbox_by_time on fl_outbox (handed_in_at);
