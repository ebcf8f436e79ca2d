"""The core of a bilingual public report: data in, checked model and words out."""
