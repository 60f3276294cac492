-- What one asks of many assessments, in DuckDB. docs/portfolio.md explains it; .ci/portfolio runs it.
--
--   ospo-assess score   clients/ --format json-lines > scores.jsonl
--   ospo-assess compare clients/ --format json-lines > changes.jsonl
--   duckdb < docs/portfolio.sql

create or replace view assessments as
select * from read_json('scores.jsonl', format = 'newline_delimited', sample_size = -1);

create or replace view results as
select file, organization, answered_on, q.*
from assessments, unnest(questionnaires) as one(q);

create or replace view answers as
select file, organization, a.question, a.answer, a.credit
from assessments, unnest(answers) as one(a);

create or replace view changes as
select * from read_json('changes.jsonl', format = 'newline_delimited', sample_size = -1);

-- 1. Where do they stand?
select id as questionnaire, reached.number as level, reached.id as name, count(*) as assessments
from results
where kind = 'levels'
group by all
order by questionnaire, level;

-- 2. How far apart are they?
select id as questionnaire, min(percent) as lowest, quantile_cont(percent, [0.25, 0.5, 0.75]) as quartiles, max(percent) as highest
from results
where kind <> 'fit'
group by all
order by questionnaire;

-- 3. What stands most often in the way of the next level?
select id as questionnaire, l.number as level, blocking as question, count(*) as assessments
from results, unnest(levels) as one(l), unnest(l.blocking) as two(blocking)
where l.number = reached.number + 1
group by all
order by assessments desc, question
limit 10;

-- 4. Which practices are rarest?
select question, round(avg(credit), 1) as credit, count(credit) as answered
from answers
group by question
having count(credit) > 0
order by credit, question
limit 10;

-- 5. What do they not know, and what do they say does not apply?
select question,
       count(*) filter (where answer = 'unknown') as unknown,
       count(*) filter (where answer = 'not-applicable') as not_applicable
from answers
group by question
order by unknown + not_applicable desc, question
limit 10;

-- 6. Who has reached more than their ability carries?
select organization, file, id as questionnaire, reached.number as level, ability.sustains.number as sustained
from results
where ability.balance = 'over-extended'
order by level - sustained desc, organization, file
limit 10;

-- 7. Whose results are still open, and how far could they go?
select organization, file, id as questionnaire, reached.number as level, possible.number as up_to, questions.unanswered + questions.unknown as open
from results
where provisional
order by up_to - level desc, organization, file
limit 10;

-- 8. Who moved, and how far?
select after.organization as organization, q.id as questionnaire,
       q.before.reached.number as before, q.after.reached.number as after,
       round(q.after.percent - q.before.percent, 1) as percent
from changes, unnest(questionnaires) as one(q)
where q.after.kind = 'levels'
order by percent desc, organization
limit 10;

-- 9. Which answers move most?
select a.question, count(*) filter (where a.direction = 'up') as up, count(*) filter (where a.direction = 'down') as down
from changes, unnest(answers) as one(a)
group by all
order by up + down desc, a.question
limit 10;

-- 10. Do answers follow the actions that were done?
select a.followed, count(*) as actions
from changes, unnest(actions) as one(a)
group by all
order by a.followed;
