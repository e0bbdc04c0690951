//! What people did between their seat and their certificate
