/// Where the 64 buckets of one power of two begin, and a first guess at the bucket: what makes a bucket's index exact
/// without a logarithm.
enum HistogramBoundaries {
    /// For each `k`, the largest fraction `f` of 52 bits with `1 + f/2^52 <= 2^(k/64)`: rounded down, so that a number
    /// lies above the (irrational) boundary exactly where its fraction is greater. A last entry that nothing exceeds.
    static let fractions: InlineArray<65, UInt64> = [
        0x0_0000_0000_0000, 0x0_2C9A_3E77_8060, 0x0_59B0_D315_8574, 0x0_8745_1875_9BC8, 0x0_B558_6CF9_890F,
        0x0_E3EC_32D3_D1A2, 0x1_1301_D012_5B50, 0x1_429A_AEA9_2DDF, 0x1_72B8_3C7D_517A, 0x1_A35B_EB6F_CB75,
        0x1_D487_3168_B9AA, 0x2_063B_8862_8CD6, 0x2_387A_6E75_6238, 0x2_6B45_65E2_7CDD, 0x2_9E9D_F51F_DEE1,
        0x2_D285_A6E4_030B, 0x3_06FE_0A31_B715, 0x3_3C08_B264_16FF, 0x3_71A7_373A_A9CA, 0x3_A7DB_34E5_9FF6,
        0x3_DEA6_4C12_3422, 0x4_160A_21F7_2E29, 0x4_4E08_6061_892D, 0x4_86A2_B5C1_3CD0, 0x4_BFDA_D536_2A27,
        0x4_F9B2_769D_2CA6, 0x5_342B_569D_4F81, 0x5_6F47_36B5_27DA, 0x5_AB07_DD48_5429, 0x5_E76F_15AD_2148,
        0x6_247E_B03A_5584, 0x6_6238_8255_2224, 0x6_A09E_667F_3BCC, 0x6_DFB2_3C65_1A2E, 0x7_1F75_E8EC_5F73,
        0x7_5FEB_5642_67C8, 0x7_A114_73EB_0186, 0x7_E2F3_36CF_4E62, 0x8_2589_994C_CE12, 0x8_68D9_9B44_92EC,
        0x8_ACE5_422A_A0DB, 0x8_F1AE_9915_7736, 0x9_3737_B0CD_C5E4, 0x9_7D82_9FDE_4E4F, 0x9_C491_82A3_F090,
        0xA_0C66_7B5D_E564, 0xA_5503_B23E_255C, 0xA_9E6B_5579_FDBF, 0xA_E89F_995A_D3AD, 0xB_33A2_B84F_15FA,
        0xB_7F76_F2FB_5E46, 0xB_CC1E_904B_C1D2, 0xC_199B_DD85_529C, 0xC_67F1_2E57_D14B, 0xC_B720_DCEF_9069,
        0xD_072D_4A07_897B, 0xD_5818_DCFB_A487, 0xD_A9E6_03DB_3285, 0xD_FC97_337B_9B5E, 0xE_502E_E78B_3FF6,
        0xE_A4AF_A2A4_90D9, 0xE_FA1B_EE61_5A27, 0xF_5076_5B6E_4540, 0xF_A7C1_819E_90D8, 0xF_FFFF_FFFF_FFFF,
    ]

    /// For each 128th of the span from 1 to 2, the last boundary below it. No 128th holds more than one boundary.
    static let guesses: InlineArray<128, UInt8> = [
        0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10,
        10, 11, 12, 12, 13, 14, 14, 15, 15, 16, 17, 17, 18, 18, 19, 20,
        20, 21, 21, 22, 22, 23, 24, 24, 25, 25, 26, 26, 27, 27, 28, 28,
        29, 29, 30, 30, 31, 31, 32, 33, 33, 34, 34, 35, 35, 35, 36, 36,
        37, 37, 38, 38, 39, 39, 40, 40, 41, 41, 42, 42, 43, 43, 43, 44,
        44, 45, 45, 46, 46, 47, 47, 47, 48, 48, 49, 49, 50, 50, 50, 51,
        51, 52, 52, 52, 53, 53, 54, 54, 54, 55, 55, 56, 56, 56, 57, 57,
        58, 58, 58, 59, 59, 59, 60, 60, 61, 61, 61, 62, 62, 62, 63, 63,
    ]
}
