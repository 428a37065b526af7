-- The labels a model gave before. Grain: text × label.
SELECT subject, source, subject_no, label
FROM text_label
WHERE axis = $axis AND evidence = 'TEXT' AND model = $model;
