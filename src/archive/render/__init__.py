"""Makes pages, feeds and data files of what the site holds."""

from archive.render.data_files import DATA_FILES, OpenLines, csv_line, data_lines, json_line, revised_data_files
from archive.render.digesting import article_text, entry
from archive.render.pages import (
    ARTICLE,
    VIEWS,
    Job,
    Press,
    article_jobs,
    jobs,
    other_jobs,
    search_job,
    site_view,
)

__all__ = [
    "ARTICLE",
    "DATA_FILES",
    "VIEWS",
    "Job",
    "OpenLines",
    "Press",
    "article_jobs",
    "article_text",
    "csv_line",
    "data_lines",
    "entry",
    "jobs",
    "json_line",
    "other_jobs",
    "revised_data_files",
    "search_job",
    "site_view",
]
