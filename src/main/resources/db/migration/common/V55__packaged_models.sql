-- What each start of Frontline did about the models, tables and forms it brings along: one row whenever that changed.
create table fl_packaged_model (
    id bigint generated always as identity primary key,
    kind varchar(16) not null, -- PROCESS, DECISION, FORM
    definition_key varchar(255) not null,
    resource varchar(255) not null,
    digest varchar(64) not null, -- SHA-256 of the packaged file
    outcome varchar(16) not null, -- DEPLOYED, UPDATED, KEPT
    said varchar(1000) not null,
    frontline_version varchar(40) not null,
    at timestamp not null
);
create index fl_packaged_model_of_key on fl_packaged_model (kind, definition_key, id);
