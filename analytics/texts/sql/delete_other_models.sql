-- Takes away what models that no longer serve have said on an axis. Labels by tags and by persons stay.
DELETE FROM text_label WHERE axis = $axis AND evidence = 'TEXT' AND model <> $model;
