//! Shared words of local government: authorities, codes, positions, service areas, money
