-- Takes away one label that the model no longer gives, since the text was changed by a later version.
DELETE FROM text_label
WHERE axis = $axis AND evidence = 'TEXT' AND model = $model
  AND subject = $subject AND source = $source AND subject_no = $subject_no AND label = $label;
