//! How much memory the process takes, as the kernel counts it.

use std::error::Error;
use std::fs;

/// Forgets the peak of before.
pub(crate) fn forget() -> Result<(), Box<dyn Error>> {
    Ok(fs::write("/proc/self/clear_refs", "5")?)
}

/// Now, and the peak since it was forgotten; in KiB.
pub(crate) fn taken() -> Result<(u64, u64), Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = |name: &str| -> Result<u64, Box<dyn Error>> {
        let line =
            status.lines().find_map(|line| line.strip_prefix(name)).ok_or("the kernel does not say")?;
        Ok(line.trim_matches([':', ' ', '\t']).trim_end_matches(" kB").trim().parse()?)
    };
    Ok((line("VmRSS")?, line("VmHWM")?))
}
