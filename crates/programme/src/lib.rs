//! Training programmes, their partners, curricula and editions
