//! Packs of sites that are never recorded, with or without a policy; an organisation can add to each.

use super::host;

/// A kind of site where what is on the screen is somebody's own affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pack {
    /// Banks, cards, payments, brokers.
    Banking,
    /// Payroll and the files of staff.
    Payroll,
    /// Doctors, clinics, insurers, pharmacies.
    Health,
    /// Personal mail.
    Webmail,
    /// Where one signs in for other sites, and password managers.
    Identity,
}

/// One host a line, each with all hosts below it; what follows a `#` is for readers.
const BANKING: &str = include_str!("packs/banking.txt");
const PAYROLL: &str = include_str!("packs/payroll.txt");
const HEALTH: &str = include_str!("packs/health.txt");
const WEBMAIL: &str = include_str!("packs/webmail.txt");
const IDENTITY: &str = include_str!("packs/identity.txt");

impl Pack {
    /// Every pack, in the order of their declaration; the first that holds a host gives the reason.
    pub const ALL: [Pack; 5] = [Pack::Banking, Pack::Payroll, Pack::Health, Pack::Webmail, Pack::Identity];

    /// Its name in a policy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Pack::Banking => "banking",
            Pack::Payroll => "payroll",
            Pack::Health => "health",
            Pack::Webmail => "webmail",
            Pack::Identity => "identity",
        }
    }

    /// What it holds, in words.
    pub(super) fn what(self) -> &'static str {
        match self {
            Pack::Banking => "banks and payment services",
            Pack::Payroll => "payroll and staff files",
            Pack::Health => "health services",
            Pack::Webmail => "mail",
            Pack::Identity => "sign-in services and password managers",
        }
    }

    /// The key of the reason that it gives.
    pub(super) fn key(self) -> &'static str {
        match self {
            Pack::Banking => "reason_pack_banking",
            Pack::Payroll => "reason_pack_payroll",
            Pack::Health => "reason_pack_health",
            Pack::Webmail => "reason_pack_webmail",
            Pack::Identity => "reason_pack_identity",
        }
    }

    /// Its hosts; all below each are meant too.
    pub fn hosts(self) -> impl Iterator<Item = &'static str> {
        let lines = match self {
            Pack::Banking => BANKING,
            Pack::Payroll => PAYROLL,
            Pack::Health => HEALTH,
            Pack::Webmail => WEBMAIL,
            Pack::Identity => IDENTITY,
        };
        lines.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
    }

    /// Whether a host is in it.
    pub(super) fn holds(self, host: &str) -> bool {
        self.hosts().any(|above| host::is_below(host, above))
    }
}
