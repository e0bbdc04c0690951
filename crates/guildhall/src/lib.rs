//! Domain libraries for training and exchange of experience in local government
