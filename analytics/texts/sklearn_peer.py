# The peer of `qi bench texts`: scikit-learn's LinearSVC on character 1-2-gram TF-IDF, on the same training and test
# rows. Called with two CSV files (columns text, label); prints one line of JSON. Files are read before the clock starts.
import csv
import json
import sys
import time

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.svm import LinearSVC

csv.field_size_limit(1 << 24)


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return ["".join(r["text"].split()) for r in rows], [r["label"] for r in rows]


train, train_labels = read(sys.argv[1])
test, test_labels = read(sys.argv[2])
start = time.perf_counter()
vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), sublinear_tf=True, min_df=2)
model = LinearSVC().fit(vectorizer.fit_transform(train), train_labels)
trained = time.perf_counter()
given = model.predict(vectorizer.transform(test))
done = time.perf_counter()
print(json.dumps({
    "version": sklearn.__version__,
    "train_seconds": trained - start,
    "predict_seconds": done - trained,
    "accuracy": accuracy_score(test_labels, given),
    "macro_f1": f1_score(test_labels, given, average="macro"),
}))
