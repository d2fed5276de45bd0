-- The whole queue in one table. Columns hold JSON where a task holds a value with parts; times are milliseconds since 1970.
-- A task of thousands of clips needs more than a varchar holds; up to this size such values stay in their row.
set max_length_inplace_lob 1000000;

create table task (
    id varchar(40) primary key,
    batch varchar(40) not null,
    kind varchar(40) not null,
    name varchar(1000) not null,
    recipe clob not null,
    inputs clob not null,
    wish clob not null,
    asked_priority varchar(20) not null,
    priority varchar(20) not null,
    position bigint not null,
    state varchar(20) not null,
    attempt int not null,
    outcome clob not null,
    trail clob not null,
    created bigint not null,
    started bigint,
    finished bigint,
    rowcrc bigint not null
);

-- One row, written at every start, since only a write proves that the file is sound. journal: the journal's line up to which this file
-- has everything.
create table opening (
    id int primary key,
    times bigint not null,
    journal bigint default 0 not null
);
