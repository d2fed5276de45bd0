-- What is taken off the list stays: the archive answers what was ever done to a file. files: names and paths of all inputs and outputs
-- in small letters, one a line; ops: the recipe's operations between commas. Both are made from the row's own values, to be looked through.
alter table task add column listed boolean default true not null;
alter table task add column files varchar;
alter table task add column ops varchar(2000);
create index task_listed on task (listed);
create index task_created on task (created desc, id desc);
