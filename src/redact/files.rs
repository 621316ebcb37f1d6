//! Kinds of files by the ending of their names; the name itself is the person's, and so may an ending be that nobody knows.

/// Endings that say nothing but the kind.
const KINDS: &[&str] = &[
    "7z", "aac", "ai", "apk", "avi", "avif", "bmp", "bz2", "css", "csv", "dmg", "doc", "docm", "docx", "dot", "dotx",
    "dwg", "dxf", "eml", "eps", "epub", "exe", "flac", "gif", "gz", "heic", "htm", "html", "ico", "ics", "jpeg", "jpg",
    "js", "json", "jsonl", "key", "log", "m4a", "m4v", "md", "mkv", "mov", "mp3", "mp4", "mpg", "msg", "msi",
    "numbers", "odp", "ods", "odt", "ogg", "otf", "p12", "pages", "parquet", "pdf", "pem", "pfx", "png", "pps", "ppt",
    "pptm", "pptx", "ps", "psd", "py", "rar", "rs", "rtf", "sql", "svg", "tar", "tex", "tgz", "tif", "tiff", "toml",
    "tsv", "ttf", "txt", "vcf", "vsdx", "wav", "webm", "webp", "woff2", "xls", "xlsb", "xlsm", "xlsx", "xml", "xz",
    "yaml", "yml", "zip",
];

/// The kind of a file by what follows the last dot of its name; `None` where that is none of [`KINDS`].
pub(super) fn kind_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS.iter().copied().find(|kind| kind.eq_ignore_ascii_case(ending))
}
