-- One metric of one subject in one week.
INSERT INTO figure VALUES ($metric, $name_zh, $name_en, $subject, $subject_name, $week, $is_last, $value, $n, $target, $higher_is_better,
    $centre, $low, $high, $is_signal, $is_worse, $shown, $shown_target, $shown_centre);
