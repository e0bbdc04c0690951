//! Certificate schemes, awards and the register
