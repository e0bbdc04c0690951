//! Good-practice records, their editorial flow and the handbook
