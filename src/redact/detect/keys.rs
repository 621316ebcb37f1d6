//! How the keys of vendors start.

/// How a vendor's keys start, and how many letters, digits, dashes or dots follow at least (the vendors' own documentation).
pub(super) const KEYS: &[(&str, u8)] = &[
    ("AKIA", 16),
    ("ASIA", 16),
    ("ABIA", 16),
    ("ACCA", 16), // Amazon
    ("AIza", 30),
    ("ya29.", 20),
    ("GOCSPX-", 20),
    ("1//0", 30), // Google
    ("ghp_", 30),
    ("gho_", 30),
    ("ghu_", 30),
    ("ghs_", 30),
    ("ghr_", 30),
    ("github_pat_", 22), // GitHub
    ("glpat-", 20),
    ("gldt-", 20),
    ("glrt-", 20),
    ("glptt-", 20),
    ("glsoat-", 20), // GitLab
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("xoxa-", 10),
    ("xoxr-", 10),
    ("xoxs-", 10),
    ("xoxe.", 10),
    ("xapp-", 10), // Slack
    ("sk_live_", 10),
    ("sk_test_", 10),
    ("rk_live_", 10),
    ("rk_test_", 10),
    ("pk_live_", 10),
    ("pk_test_", 10),
    ("whsec_", 20), // Stripe
    ("sk-ant-", 20),
    ("sk-proj-", 20),
    ("sk-svcacct-", 20),
    ("sk-or-", 20),
    ("sk-", 32), // Anthropic, OpenAI, OpenRouter
    ("hf_", 30),
    ("r8_", 30),
    ("gsk_", 30),
    ("xai-", 30),
    ("pplx-", 30), // Hugging Face, Replicate, Groq, xAI, Perplexity
    ("SG.", 20),
    ("key-", 32),
    ("sq0atp-", 20),
    ("sq0csp-", 20),
    ("EAAA", 50), // SendGrid, Mailgun, Square
    ("shpat_", 30),
    ("shpss_", 30),
    ("shpca_", 30),
    ("shppa_", 30), // Shopify
    ("npm_", 30),
    ("pypi-", 30),
    ("rubygems_", 30),
    ("dckr_pat_", 20),
    ("CLOJARS_", 30), // package registries
    ("dop_v1_", 30),
    ("doo_v1_", 30),
    ("dor_v1_", 30),
    ("hvs.", 20),
    ("hvb.", 20),
    ("atlasv1.", 30), // DigitalOcean, HashiCorp
    ("glsa_", 30),
    ("glc_", 30),
    ("NRAK-", 20),
    ("NRJS-", 15),
    ("dp.pt.", 30),
    ("dp.st.", 30), // Grafana, New Relic, Doppler
    ("ATATT3", 30),
    ("ATCTT3", 30),
    ("figd_", 30),
    ("lin_api_", 30),
    ("ntn_", 30),
    ("secret_", 40),
    ("PMAK-", 30), // work tools
    ("tfp_", 30),
    ("AGE-SECRET-KEY-", 40),
    ("duffel_test_", 30),
    ("duffel_live_", 30),
    ("dapi", 32),
    ("pat-", 36),
    ("access-", 40),
    ("oy2", 43), // Databricks, HubSpot, Plaid, NuGet
    ("sntrys_", 30),
    ("sbp_", 30),
];
